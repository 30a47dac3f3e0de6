// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside_program.hpp"

#include "glib.hpp"

#include <memory>

namespace poise::tray {

std::string beside_program(const char* relative) {
    using Text = std::unique_ptr<char, Release<g_free>>;
    const Text program{g_file_read_link("/proc/self/exe", nullptr)};
    if (!program) return "";
    const Text folder{g_path_get_dirname(program.get())};
    const Text path{g_canonicalize_filename(relative, folder.get())};
    return g_file_test(path.get(), G_FILE_TEST_EXISTS) != FALSE ? path.get() : "";
}

} // namespace poise::tray
