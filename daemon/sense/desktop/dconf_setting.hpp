// SPDX-License-Identifier: GPL-3.0-or-later
// A truth value of dconf, followed by the signal that its writer sends after every change of a setting. GIO, which
// would do the same, costs the daemon more than the rest of its senses.
#pragma once

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/Message.h>

#include <filesystem>
#include <functional>
#include <string>

namespace poise {

class DconfSetting {
public:
    /// `usual` is its value where the user has set none. Says the value at once, and whenever dconf changed.
    DconfSetting(sdbus::IConnection& bus, std::string key, bool usual, std::function<void(bool)> say);

    [[nodiscard]] const std::string& key() const { return key_; }

private:
    void read();

    std::string key_;
    bool usual_;
    std::function<void(bool)> say_;
    std::filesystem::path file_;
    sdbus::Slot match_;
};

} // namespace poise
