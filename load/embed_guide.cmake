# cmake -D GUIDE=guide.toml -D OUTPUT=built_in_guide.cpp -P embed_guide.cmake
file(READ "${GUIDE}" text)
if(text MATCHES "\\)POISE\"")
  message(FATAL_ERROR "${GUIDE} holds the end mark of a raw string")
endif()
file(WRITE "${OUTPUT}" "// Made from config/guide.toml; not to be edited.
#include \"built_in_guide.hpp\"

namespace poise {

std::string_view built_in_guide_text() {
    return R\"POISE(${text})POISE\";
}

} // namespace poise
")
