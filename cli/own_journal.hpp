// SPDX-License-Identifier: GPL-3.0-or-later
// The person's journal as the commands need it that read or write it themselves: whether there is one, and whatever the
// store has to say against it as the Failure that a command ends with.
#pragma once

#include "failure.hpp"
#include "opening.hpp"

#include <filesystem>

namespace poise {

/// False where it is still empty, too: a daemon has only just begun to make it. Throws Failure.
[[nodiscard]] bool has_journal(const std::filesystem::path&);

/// The journal, or a copy that a backup or a recovery left.
[[nodiscard]] bool has_journal_files(const std::filesystem::path&);

/// Runs what works on the journal's files.
template <class Work>
auto using_own_journal(Work work) {
    return or_failure([&] {
        try {
            return work();
        } catch (const JournalInUse&) {
            throw Failure{Exit::failed, "poised keeps the journal open: stop it first (systemctl --user stop poised)"};
        }
    });
}

} // namespace poise
