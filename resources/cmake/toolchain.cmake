# SPDX-License-Identifier: Apache-2.0
# Compiler flags, sanitizers, ccache and mold: everything about *how* we compile.

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(TOUCHSTONE_CCACHE ccache)
if(TOUCHSTONE_CCACHE)
  # Precompiled headers need these two allowances, see the ccache manual.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${TOUCHSTONE_CCACHE})
endif()

find_program(TOUCHSTONE_MOLD mold)
if(TOUCHSTONE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(TOUCHSTONE_SANITIZE)
  add_compile_options(-fsanitize=${TOUCHSTONE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TOUCHSTONE_SANITIZE})
  if(TOUCHSTONE_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)  # Boost.Asio's fences, which g++ cannot instrument
  endif()
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)
else()
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()

# Everywhere, because a precompiled header fits only where the same macros are defined.
add_compile_options(-pthread)
add_link_options(-pthread)

add_library(touchstone_flags INTERFACE)
target_compile_options(touchstone_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Werror=switch -Werror=return-type
  # g++ 12 reports these two for std::string concatenation that is fine (GCC bugs 105329 and 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-stringop-overflow>
  $<$<BOOL:${TOUCHSTONE_WERROR}>:-Werror>)
