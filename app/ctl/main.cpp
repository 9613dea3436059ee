// SPDX-License-Identifier: Apache-2.0

#include "interrupt.h"
#include "program.h"

#include <iostream>

int main(int argc, char** argv) {
    const touchstone::ctl::Interrupt interrupt;
    return touchstone::ctl::runProgram(argc, argv, std::cout, std::cerr, interrupt.token());
}
