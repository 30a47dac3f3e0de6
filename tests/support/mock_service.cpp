// SPDX-License-Identifier: GPL-3.0-or-later
#include "mock_service.hpp"

#include "mock_call.hpp"

#include <map>
#include <utility>
#include <vector>

namespace poise::test {

namespace {} // namespace

MockService::MockService(const PrivateBus& bus, const std::string& name, const std::string& path, std::string interface)
    : service_{{"/usr/bin/python3", "-m", "dbusmock", "--session", name, path, interface},
               {{"DBUS_SESSION_BUS_ADDRESS", bus.address()}}},
      connection_{(bus.wait_for_name(name, Milliseconds{30000}), bus.connect())},
      mock_{make_proxy(*connection_, name, path)}, interface_{std::move(interface)} {}

void MockService::add_property(const std::string& name, const sdbus::Variant& value) {
    call_mock(*mock_, "AddProperty", interface_, name, value);
}

void MockService::set_property(const std::string& name, const sdbus::Variant& value) {
    call_mock(*mock_, "UpdateProperties", interface_, std::map<std::string, sdbus::Variant>{{name, value}});
}

void MockService::answer(const std::string& method, const std::string& in, const std::string& out,
                         const std::string& code) {
    call_mock(*mock_, "AddMethod", interface_, method, in, out, code);
}

void MockService::signal(const std::string& name, const std::string& signature, const sdbus::Variant& argument) {
    call_mock(*mock_, "EmitSignal", interface_, name, signature, std::vector<sdbus::Variant>{argument});
}

} // namespace poise::test
