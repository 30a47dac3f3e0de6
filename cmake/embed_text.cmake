# cmake -D TEXT=config/guide.toml -D NAME=built_in_guide -D OUTPUT=built_in_guide.cpp -P embed_text.cmake
# A file as a part of the program: the definition of NAME_text(), which NAME.hpp declares.
file(READ "${TEXT}" text)
if(text MATCHES "\\)POISE\"")
  message(FATAL_ERROR "${TEXT} holds the end mark of a raw string")
endif()
file(WRITE "${OUTPUT}" "// Made from ${TEXT}; not to be edited.
#include \"${NAME}.hpp\"

namespace poise {

std::string_view ${NAME}_text() {
    return R\"POISE(${text})POISE\";
}

} // namespace poise
")
