# How every target of the house is compiled.
add_library(poise_options INTERFACE)
target_include_directories(poise_options INTERFACE ${PROJECT_SOURCE_DIR}/include)
target_compile_options(poise_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion>)
if(POISE_WERROR)
  target_compile_options(poise_options INTERFACE -Werror)
endif()
if(POISE_SANITIZE)
  target_compile_options(poise_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(poise_options INTERFACE -fsanitize=address,undefined)
endif()
if(POISE_FUZZ)
  target_compile_options(poise_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(POISE_COVERAGE)
  target_compile_options(poise_options INTERFACE --coverage)
  target_link_options(poise_options INTERFACE --coverage)
endif()

# poise_library(NAME SOURCES... LINK targets...): a room. Its own headers are visible to those who link it as "room.hpp".
function(poise_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC poise_options ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
endfunction()

# poise_system_library(NAME pkg-config-module): a library from outside, its headers not held to our warnings.
function(poise_system_library name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${module})
endfunction()

# A text file of this tree as NAME.cpp, a source of this folder's library; NAME.hpp declares NAME_text().
function(poise_embed text name)
  add_custom_command(
    OUTPUT ${name}.cpp
    COMMAND ${CMAKE_COMMAND} -D TEXT=${PROJECT_SOURCE_DIR}/${text} -D NAME=${name} -D OUTPUT=${name}.cpp
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake
    DEPENDS ${PROJECT_SOURCE_DIR}/${text} ${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake)
endfunction()
