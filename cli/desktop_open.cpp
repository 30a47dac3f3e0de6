// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_open.hpp"

#include "child.hpp"
#include "failure.hpp"
#include "file_text.hpp"
#include "say.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace poise {

namespace fs = std::filesystem;

fs::path file_to_open(const std::string& suffix) {
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    if (!runtime || fs::path{runtime}.is_relative()) {
        throw Failure{Exit::failed, tr("there is no XDG_RUNTIME_DIR to put the report into (expected -o FILE)")};
    }
    const fs::path folder = fs::path{runtime} / "poise";
    make_folders(folder);
    return folder / ("report" + suffix);
}

void open_on_desktop(const fs::path& file, Console& console) {
    const std::string path = fs::absolute(file).string();
    console.print_line(path);
    console.flush();
    const auto child = Child::start({"xdg-open", path}, Prints::nothing);
    if (child) return;
    if (child.error() == ENOENT)
        throw Failure{Exit::failed, tr("xdg-open is not installed (package xdg-utils): open it by hand")};
    throw Failure{Exit::failed, tr("xdg-open cannot be run: {why}", {{"why", std::strerror(child.error())}})};
}

} // namespace poise
