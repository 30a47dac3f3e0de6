# cmake -D FOLDER=page -D CHARTS=[LICENSE;charts.min.css] -D OUTPUT=built_in_page.cpp -P embed_page.cmake
# The style is put into the page here and not by the template engine, so that nothing in a page is unescaped.
cmake_policy(SET CMP0007 NEW)

function(hex_to_base64 hex result)
  set(digits ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(text "")
  string(LENGTH "${hex}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${hex}00000" ${at} 6 group) # three bytes are four digits
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING ${digits} ${digit} 1 letter)
      string(APPEND text ${letter})
    endforeach()
    math(EXPR at "${at} + 6")
  endwhile()
  math(EXPR left "(${length} / 2) % 3")
  string(LENGTH "${text}" written)
  if(left EQUAL 1)
    math(EXPR kept "${written} - 2")
    string(SUBSTRING "${text}" 0 ${kept} text)
    string(APPEND text "==")
  elseif(left EQUAL 2)
    math(EXPR kept "${written} - 1")
    string(SUBSTRING "${text}" 0 ${kept} text)
    string(APPEND text "=")
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

file(READ "${FOLDER}/page.css" style)
set(has_charts false)
if(CHARTS)
  list(GET CHARTS 0 licence_file)
  list(GET CHARTS 1 charts_file)
  file(READ "${licence_file}" licence)
  file(READ "${charts_file}" charts)
  # A style attribute would need a hash of its own in the policy: sizes are classes.
  set(sizes "")
  foreach(percent RANGE 100)
    string(APPEND sizes ".s${percent}{--size:calc(${percent}/100)}")
  endforeach()
  string(PREPEND style "/*! Charts.css\n${licence}*/\n${charts}\n${sizes}\n")
  set(has_charts true)
endif()
string(SHA256 hash "${style}")
hex_to_base64(${hash} hash)

file(READ "${FOLDER}/page.mustache" page)
string(REPLACE "@STYLE_HASH@" "${hash}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
foreach(forbidden ")POISE\"" "{{{" "{{&")
  string(FIND "${page}" "${forbidden}" place)
  if(NOT place EQUAL -1)
    message(FATAL_ERROR "the page holds ${forbidden}, which would end its text or leave something unescaped")
  endif()
endforeach()
file(WRITE "${OUTPUT}" "// Made from page/page.mustache and its style; not to be edited.
#include \"built_in_page.hpp\"

namespace poise {

const std::string& page_template() {
    static const std::string text = R\"POISE(${page})POISE\";
    return text;
}

bool page_has_charts() { return ${has_charts}; }

} // namespace poise
")
