// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a program of a desktop on a private bus, by python-dbusmock: one object with one interface.
#pragma once

#include "private_bus.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Types.h>

#include <memory>
#include <string>

namespace poise::test {

class MockService {
public:
    MockService(const PrivateBus&, const std::string& name, const std::string& path, std::string interface);

    void add_property(const std::string& name, const sdbus::Variant& value);
    /// And tells that it changed.
    void set_property(const std::string& name, const sdbus::Variant& value);
    /// From now on, by Python: "ret = args[0] == 8".
    void answer(const std::string& method, const std::string& in, const std::string& out, const std::string& code);
    void signal(const std::string& name, const std::string& signature, const sdbus::Variant& argument);

private:
    ChildProcess service_;
    std::unique_ptr<sdbus::IConnection> connection_;
    std::unique_ptr<sdbus::IProxy> mock_;
    std::string interface_;
};

} // namespace poise::test
