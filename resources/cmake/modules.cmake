# SPDX-License-Identifier: Apache-2.0
# The helpers every folder uses. A module may depend only on targets declared before it, so the order of the
# add_subdirectory calls in core/CMakeLists.txt *is* the dependency graph and a cycle cannot be written.

# touchstone_core_module(NAME SOURCES … HEADERS … [PUBLIC_DEPENDS …] [DEPENDS …] [EXTERNAL …])
#   PUBLIC_DEPENDS  modules whose types stand in our public headers
#   DEPENDS         modules used in our .cpp files only
#   EXTERNAL        third-party targets; never visible to those who link us
function(touchstone_core_module name)
  cmake_parse_arguments(PARSE_ARGV 1 M "" "" "PUBLIC_DEPENDS;DEPENDS;EXTERNAL;SOURCES;HEADERS")
  foreach(dep IN LISTS M_PUBLIC_DEPENDS M_DEPENDS)
    if(NOT TARGET touchstone_${dep})
      message(FATAL_ERROR "core/${name} may not depend on core/${dep}: it is not declared above it")
    endif()
  endforeach()
  if("${M_EXTERNAL}" MATCHES "Qt")
    message(FATAL_ERROR "core/${name} must stay free of Qt")
  endif()
  add_library(touchstone_${name} STATIC)
  add_library(touchstone::${name} ALIAS touchstone_${name})
  set_target_properties(touchstone_${name} PROPERTIES
    AUTOMOC OFF AUTOUIC OFF AUTORCC OFF VERIFY_INTERFACE_HEADER_SETS ON POSITION_INDEPENDENT_CODE ON)
  target_sources(touchstone_${name} PRIVATE ${M_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/include FILES ${M_HEADERS})
  list(TRANSFORM M_PUBLIC_DEPENDS PREPEND touchstone::)
  list(TRANSFORM M_DEPENDS PREPEND touchstone::)
  target_link_libraries(touchstone_${name}
    PUBLIC ${M_PUBLIC_DEPENDS} PRIVATE ${M_DEPENDS} ${M_EXTERNAL} touchstone_flags)
  target_compile_features(touchstone_${name} PUBLIC cxx_std_20)
  if(TARGET touchstone_pch)
    target_precompile_headers(touchstone_${name} REUSE_FROM touchstone_pch)
  endif()
endfunction()

# touchstone_test(tst_name [SOURCES …] LINKS …): one Qt Test executable from tst_name.cpp, registered with ctest.
# Runs without a display; sees the public data sets as TOUCHSTONE_TEST_DATA and its own folder as TEST_DIR.
function(touchstone_test name)
  cmake_parse_arguments(PARSE_ARGV 1 T "" "TIMEOUT" "SOURCES;LINKS")
  add_executable(${name} ${name}.cpp ${T_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${T_LINKS} touchstone_test_support Qt6::Test touchstone_flags)
  target_compile_definitions(${name} PRIVATE
    TOUCHSTONE_TEST_DATA="${TOUCHSTONE_TEST_DATA}" TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
