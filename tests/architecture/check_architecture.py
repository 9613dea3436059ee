#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what ARCHITECTURE.md and CONTRIBUTING.md promise and the compiler cannot see.

Prints one line a problem and fails when there is one; prints what is merely large. Usage: check_architecture.py ROOT
"""

import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
CODE = {".cpp", ".h"}
TOP_LEVEL = {
    "app", "core", "ui", "resources", "tests", "packaging", "CMakeLists.txt", "CMakePresets.json", "README.md",
    "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "build",
}
PLACES = {"author", "compare", "traces", "settings"}
# The one function of the shell that knows the places.
KNOWS_PLACES = "ui/shell/places."
LONGEST_CONSTRUCTOR = 40
LONGEST_WINDOW = 500

# (what is found, where it is looked for, where it is allowed, why)
CONFINED = [
    (r"#include\s*<(Q[A-Z]|Qt)", ("core", "app/ctl", "app/wiring"), (), "Qt lives in ui and app/workbench"),
    (r"#include\s*<sqlite3\.h>", ("core", "app", "ui"), ("core/store",), "SQL lives in core/store"),
    (r"#include\s*<curl/", ("core", "app", "ui"), ("core/net",), "libcurl lives in core/net"),
    (r"#include\s*<boost/asio", ("core", "app", "ui"), ("core/engine", "core/net"), "Boost.Asio lives in engine and net"),
    (r"#include\s*<regex>", ("core", "app", "ui"), (), "std::regex crashes on long input; use RE2"),
    # QDBusConnection::connect knows no function pointers.
    (r"\b(SIGNAL|SLOT)\s*\(", ("ui", "app"), ("ui/base/system_scheme.cpp",), "connect with function pointers"),
    (r"\bprocessEvents\b", ("ui", "app"), (), "no nested event loops"),
    (r"\binvokeMethod\b", ("ui", "app"), ("ui/base/deliver.cpp",), "deliverTo is the only bridge into Qt"),
    (r"GPL", ("core",), (), "the core is Apache-2.0"),
    (r"^QTEST_MAIN\(", ("tests",), (), "GUI_TEST_MAIN of ui/gui_test.h: a warning of Qt fails a test with widgets"),
]
SIZES = {".cpp": (400, 600), ".h": (200, 300)}


def below(path, folders):
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def main():
    problems = []
    large = []
    for entry in ROOT.iterdir():
        if not entry.name.startswith(".") and entry.name not in TOP_LEVEL:
            problems.append(f"{entry.name}: not a name of the top level")
    for folder in ("core", "ui", "app", "tests"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in CODE:
                continue
            path = file.relative_to(ROOT).as_posix()
            text = file.read_text(encoding="utf-8")
            if "SPDX-License-Identifier:" not in text.split("\n", 1)[0]:
                problems.append(f"{path}:1: the first line must be the SPDX line")
            problems += check_confined(path, text)
            if folder != "tests":
                problems += check_code(path, text)
                note, problem = check_size(path, file.suffix, text.count("\n"))
                large += note
                problems += problem
    for line in large:
        print("large:", line)
    for line in problems:
        print("problem:", line)
    return 1 if problems else 0


def check_confined(path, text):
    problems = []
    for pattern, looked, allowed, why in CONFINED:
        if not below(path, looked) or below(path, allowed):
            continue
        for match in re.finditer(pattern, text, re.MULTILINE):
            line = text.count("\n", 0, match.start()) + 1
            problems.append(f"{path}:{line}: {match.group(0)}: {why}")
    return problems


def check_code(path, text):
    problems = []
    public = re.match(r"core/\w+/include/", path)
    if public and "boost/" in text:
        problems.append(f"{path}: third-party headers stay out of public headers")
    problems += check_places(path, text)
    if path.startswith("ui/") and path.endswith(".cpp"):
        problems += check_constructors(path, text)
    if path == "ui/shell/main_window.cpp" and text.count("\n") > LONGEST_WINDOW:
        problems.append(f"{path}: {text.count(chr(10))} lines; the window has at most {LONGEST_WINDOW}")
    return problems


def check_places(path, text):
    module = re.match(r"ui/(\w+)/", path)
    if not module or path.startswith(KNOWS_PLACES):
        return []
    others = PLACES - {module.group(1)}
    return [f"{path}: only ui/shell/places.cpp knows places, and none knows another (ui{other})"
            for other in sorted(others) if f'#include "ui{other}/' in text]


def check_constructors(path, text):
    """Constructors from the line of their name to the closing brace at the margin, as clang-format leaves it."""
    problems = []
    for match in re.finditer(r"^(?:\w+::)*(\w+)::\1\(", text, re.MULTILINE):
        end = re.compile(r"\{\}\n|\n\}\n").search(text, match.start())
        lines = text.count("\n", match.start(), end.end()) if end else 0
        if lines > LONGEST_CONSTRUCTOR:
            line = text.count("\n", 0, match.start()) + 1
            problems.append(f"{path}:{line}: the constructor of {match.group(1)} has {lines} lines, at most "
                            f"{LONGEST_CONSTRUCTOR}")
    return problems


def check_size(path, suffix, lines):
    reason, never = SIZES[suffix]
    if lines > never:
        return [], [f"{path}: {lines} lines; split it by idea (never above {never})"]
    return ([f"{path}: {lines} lines"] if lines > reason else []), []


sys.exit(main())
