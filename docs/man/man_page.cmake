# One man page: PAGE (poise.1) from HEAD and BODY into MADE, by LOWDOWN.
file(READ ${HEAD} text)
if(BODY)
  file(READ ${BODY} body)
  if(BODY MATCHES "\\.toml$")
    string(REGEX REPLACE "\n" "\n    " body "    ${body}")
  else()
    # The document's own title is the page's; its links lead to files that are not installed.
    string(REGEX REPLACE "^# [^\n]*\n" "" body "${body}")
    string(REGEX REPLACE "\n## " "\n# " body "${body}")
    string(REGEX REPLACE "\n### " "\n## " body "${body}")
    string(REGEX REPLACE "\\[([^]]*)\\]\\([^)]*\\)" "\\1" body "${body}")
  endif()
  string(APPEND text "\n${body}")
endif()
file(WRITE ${MADE}.md "${text}")
string(REGEX REPLACE "\\.[0-9]$" "" title ${PAGE})
string(REGEX MATCH "[0-9]$" section ${PAGE})
execute_process(
  COMMAND ${LOWDOWN} -s -Tman --parse-no-intraemph --out-no-smarty -M title=${title} -M section=${section} -M source=Poise -o ${MADE} ${MADE}.md
  COMMAND_ERROR_IS_FATAL ANY)
