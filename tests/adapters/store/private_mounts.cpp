// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_mounts.hpp"

#include <cerrno>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <system_error>
#include <unistd.h>

namespace poise::test {

namespace {

void mount(const char* source, const std::filesystem::path& target, const char* type, unsigned long flags,
           const std::string& options) {
    if (::mount(source, target.c_str(), type, flags, options.c_str()) == 0) return;
    throw std::system_error(errno, std::generic_category(), "mount " + target.string());
}

/// Without root the mounts belong to a user namespace in which we are.
bool enter_as_user() {
    const auto uid = std::to_string(::geteuid());
    const auto gid = std::to_string(::getegid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream{"/proc/self/setgroups"} << "deny";
    std::ofstream{"/proc/self/uid_map"} << uid << " " << uid << " 1";
    std::ofstream{"/proc/self/gid_map"} << gid << " " << gid << " 1";
    return true;
}

} // namespace

bool enter_private_mounts() {
    if (::unshare(CLONE_NEWNS) != 0 && !enter_as_user()) return false;
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

void mount_small_disk(const std::filesystem::path& target, const std::string& size) {
    mount("tmpfs", target, "tmpfs", 0, "mode=0700,size=" + size);
}

void set_read_only(const std::filesystem::path& mounted, bool read_only) {
    mount("tmpfs", mounted, "tmpfs", MS_REMOUNT | (read_only ? MS_RDONLY : 0), "");
}

} // namespace poise::test
