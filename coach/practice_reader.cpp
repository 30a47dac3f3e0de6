// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_reader.hpp"

#include "journal_reader.hpp"
#include "xdg_paths.hpp"

#include <glibmm/datetime.h>

#include <stdexcept>
#include <system_error>

namespace poise::coach {

Day today() {
    const auto now = Glib::DateTime::create_now_local();
    return Day{std::chrono::year{now.get_year()} / now.get_month() / now.get_day_of_month()};
}

Result<OwnPractice, std::string> practice_in_journal(const Settings& settings) {
    const auto path = journal_path();
    if (!path) return Unexpected{path.error()};
    std::error_code error;
    const auto size = std::filesystem::file_size(*path, error);
    if (error == std::errc::no_such_file_or_directory || size == 0) return own_practice({}, settings, today());
    try {
        return own_practice(JournalReader{*path}.recent(today()), settings, today());
    } catch (const std::runtime_error& unreadable) {
        return Unexpected{std::string{unreadable.what()}};
    }
}

} // namespace poise::coach
