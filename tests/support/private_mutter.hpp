// SPDX-License-Identifier: GPL-3.0-or-later
// GNOME's compositor without a screen on a private bus, and hands for it through its remote desktop interface.
#pragma once

#include "private_bus.hpp"

#include <sdbus-c++/IProxy.h>

#include <memory>
#include <string>

namespace poise::test {

class PrivateMutter {
public:
    explicit PrivateMutter(const PrivateBus&);

    void press_key();
    void click();
    void move_pointer();
    /// What a Wayland client of it needs.
    [[nodiscard]] Environment environment_of_clients() const;
    /// The compositor dies.
    void kill();

private:
    template <class... Arguments>
    void inject(const char* method, const Arguments&...);

    ScratchFolder folder_;
    ChildProcess compositor_;
    std::unique_ptr<sdbus::IConnection> connection_;
    std::unique_ptr<sdbus::IProxy> hands_;
};

} // namespace poise::test
