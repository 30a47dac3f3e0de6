# cmake -D FOLDER=team/sql -D "PARTS=roles;..." -D OUTPUT=schema.cpp -P embed_schema.cmake
# From the part named AS_OWNER on, what is made belongs to the schema's owner.
set(script "")
foreach(part ${PARTS})
  if(part STREQUAL "AS_OWNER")
    string(APPEND script "SET LOCAL ROLE poise_owner;\n")
  else()
    file(READ "${FOLDER}/${part}.sql" text)
    string(APPEND script "${text}")
  endif()
endforeach()
string(APPEND script "RESET ROLE;\n")
if(script MATCHES "\\)POISE\"")
  message(FATAL_ERROR "team/sql holds the end mark of a raw string")
endif()
# A literal may hold 64 KiB everywhere; these are a few of them side by side.
string(LENGTH "${script}" length)
set(literals "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${script}" ${at} 16000 piece)
  string(APPEND literals "    R\"POISE(${piece})POISE\"\n")
  math(EXPR at "${at} + 16000")
endwhile()
file(WRITE "${OUTPUT}" "// Made from team/sql; not to be edited.
#include \"board_schema.hpp\"

namespace poise {

std::string_view schema_script() {
    return
${literals}    ;
}

} // namespace poise
")
