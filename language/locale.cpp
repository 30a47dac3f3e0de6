// SPDX-License-Identifier: GPL-3.0-or-later
#include "locale.hpp"

#include <clocale>
#include <filesystem>
#include <system_error>

#include <libintl.h>

namespace poise {

namespace {

/// Beside the program's folder, where it is installed as where it was built: bin and share.
std::filesystem::path catalogues() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return "/usr/share/locale";
    return program.parent_path().parent_path() / "share" / "locale";
}

} // namespace

void speak_the_persons_language() {
    // A locale that is not installed leaves what is in force: English.
    std::setlocale(LC_CTYPE, "");
    std::setlocale(LC_MESSAGES, "");
    ::bindtextdomain(text_domain, catalogues().c_str());
    ::bind_textdomain_codeset(text_domain, "UTF-8"); // so speak the bus, notifications and windows, whatever LC_CTYPE
}

} // namespace poise
