// SPDX-License-Identifier: GPL-3.0-or-later
// The clients that show prompts: whoever has registered and is still on the bus. Each is watched by its own unique
// name, so that other programs that come and go on the session bus wake nobody here.
#pragma once

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IProxy.h>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace poise {

class Presenters {
public:
    using CountChanged = std::function<void(std::size_t count)>;

    Presenters(sdbus::IConnection&, CountChanged);

    /// Registering twice is registering once. Throws sdbus::Error where the bus does not let us watch it.
    void add(const std::string& unique_name);

private:
    bool is_on_the_bus(const std::string& unique_name);
    void forget(const std::string& unique_name) noexcept;

    sdbus::IConnection& connection_;
    CountChanged count_changed_;
    std::unique_ptr<sdbus::IProxy> bus_;
    std::map<std::string, sdbus::Slot> watches_;
    sdbus::Slot last_watch_; // may be the one whose callback is running: it is freed when the next one ends
};

} // namespace poise
