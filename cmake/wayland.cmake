# poise_wayland_protocol(TARGET XML client|server): adds to a target what wayland-scanner makes of a description, to be
# included as <wayland-NAME-client.h>, or -server.h, where NAME is the file's.
function(poise_wayland_protocol target description side)
  get_filename_component(description ${description} ABSOLUTE)
  get_filename_component(name ${description} NAME_WE)
  pkg_get_variable(scanner wayland-scanner wayland_scanner)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/wayland)
  file(MAKE_DIRECTORY ${made})
  set(header ${made}/wayland-${name}-${side}.h)
  set(code ${made}/wayland-${name}-${side}.c)
  add_custom_command(OUTPUT ${header} ${code}
    COMMAND ${scanner} --strict ${side}-header ${description} ${header}
    COMMAND ${scanner} --strict private-code ${description} ${code}
    DEPENDS ${description} VERBATIM)
  add_custom_target(wayland-${name}-${side} DEPENDS ${header} ${code}) # for those who read it uncompiled
  target_sources(${target} PRIVATE ${header} ${code})
  target_include_directories(${target} SYSTEM PRIVATE ${made})
endfunction()
