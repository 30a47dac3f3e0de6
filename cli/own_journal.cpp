// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_journal.hpp"

#include "configuration_file.hpp"
#include "files.hpp"

namespace poise {

namespace fs = std::filesystem;

bool has_journal(const fs::path& journal) {
    std::error_code error;
    const auto size = fs::file_size(journal, error);
    if (error == std::errc::no_such_file_or_directory) return false;
    if (error) throw Failure{Exit::bad_input, unreadable(journal.string(), error.value())};
    return size > 0;
}

bool has_journal_files(const fs::path& journal) {
    return has_journal(journal) || (fs::exists(journal.parent_path()) && !copies_of(journal).empty());
}

} // namespace poise
