#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that can be said without running Poise. Expects build/bin/poise, and in build/clang the commands of the
# compiler and the glue of the bus. Every check is run, then those that found something are named.
# usage: tests/lint.sh [--quick], which leaves out clang-tidy, and with it nearly all of the time.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit

failed=()
check() { # check NAME COMMAND...
    local name=$1 began=$SECONDS
    shift
    if "$@"; then
        echo "lint: $name: nothing found, $((SECONDS - began)) s"
    else
        echo "lint: $name: FAILED, $((SECONDS - began)) s"
        failed+=("$name")
    fi
}

listed() { # listed PATTERN...: what git knows of it and is there
    local path
    git ls-files -z -- "$@" | while IFS= read -r -d '' path; do
        if [ -f "$path" ]; then printf '%s\0' "$path"; fi
    done
}

formatting() { listed '*.cpp' '*.hpp' | xargs -0 clang-format-14 --dry-run -Werror; }
shell() { listed dev .ci/run '*.sh' | xargs -0 shellcheck; }
python() { listed '*.py' | xargs -0 pyflakes3; }
# What says who runs it may be run.
scripts() {
    local path answer=0
    while IFS= read -r -d '' path; do
        if [ "$(head -c 2 "$path")" = '#!' ] && [ ! -x "$path" ]; then
            echo "$path: begins with #! and is not executable"
            answer=1
        fi
    done < <(listed '*.py' '*.sh' dev .ci/run)
    return "$answer"
}
texts() { /usr/bin/python3 -B tests/lint/texts.py; }

# Without the libraries' headers, which it does not understand and does not need. The tests are left out: it does not
# read literals such as 20min.
static_analysis() {
    local folder includes=(-I include)
    while IFS= read -r folder; do includes+=(-I "$folder"); done < <(
        git ls-files '*.hpp' ':!include' ':!tests' | xargs -n 1 dirname | sort -u)
    listed '*.cpp' ':!tests' | tr '\0' '\n' |
        cppcheck --file-list=- --language=c++ --std=c++20 --enable=warning,performance,portability --quiet \
            --inline-suppr --suppressions-list=tests/lint/cppcheck.txt --error-exitcode=1 -j "$(nproc)" "${includes[@]}"
}

configurations() {
    local path answer=0
    for path in config/*.toml; do
        if [ "$path" = config/guide.toml ]; then
            build/bin/poise guide check "$path" || answer=1
        else
            build/bin/poise config check "$path" || answer=1
        fi
    done
    return "$answer"
}

# The sources, and through them the headers, by .clang-tidy; the tests are left out: GoogleTest's macros cost minutes of
# checking and break a dozen of the rules by themselves. Those who build the tests with clang see its warnings.
tidy() {
    # Debian 12's clang reads Debian 12's sdbus-c++ and libpqxx; what is for the other versions is compiled on Debian 13.
    listed 'core/*.cpp' 'load/*.cpp' 'store/*.cpp' 'page/*.cpp' 'language/*.cpp' 'console/*.cpp' 'daemon/*.cpp' \
        'tray/*.cpp' 'cli/*.cpp' 'team/*.cpp' ':!*_version_2.cpp' ':!*_version_7.cpp' |
        xargs -0 -n 2 -P "$(nproc)" clang-tidy-14 -p build/clang --quiet 2> >(grep -vE '^[0-9]+ warnings? ' >&2)
}

check formatting formatting
check shellcheck shell
check pyflakes python
check "scripts are executable" scripts
check texts texts
check cppcheck static_analysis
check "examples of a configuration" configurations
if [ "${1:-}" != --quick ]; then check clang-tidy tidy; fi

if [ ${#failed[@]} -gt 0 ]; then
    echo "lint: something was found by: ${failed[*]}" >&2
    exit 1
fi
