// SPDX-License-Identifier: GPL-3.0-or-later
// A keeper's commands come one after the other: each reads the state, may wait for an answer, and writes all of it. Two
// at once would undo what the other did, such as an invitation written while somebody is asked whom to admit.
#pragma once

#include "console.hpp"

#include <filesystem>

namespace poise {

/// To be had before the keeper's state is read. It is released with the process, however that ends.
class KeeperLock {
public:
    /// Waits for the command that has it, and says so. Throws std::runtime_error where there is no such folder.
    KeeperLock(const std::filesystem::path& folder, Console&);
    ~KeeperLock();
    KeeperLock(const KeeperLock&) = delete;
    KeeperLock& operator=(const KeeperLock&) = delete;

private:
    int descriptor_;
};

} // namespace poise
