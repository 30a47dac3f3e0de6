// SPDX-License-Identifier: GPL-3.0-or-later
#include "keeper_lock.hpp"

#include "say.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace poise {

KeeperLock::KeeperLock(const std::filesystem::path& folder, Console& console)
    : descriptor_{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
    if (descriptor_ < 0) throw std::system_error{errno, std::generic_category(), folder.string()};
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    console.complain(tr("another command is at work on this team: this one waits for it"));
    while (::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
}

KeeperLock::~KeeperLock() { ::close(descriptor_); }

} // namespace poise
