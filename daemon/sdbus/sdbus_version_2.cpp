// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/Types.h>

#include <optional>
#include <utility>

namespace poise {

std::unique_ptr<sdbus::IProxy> make_proxy(sdbus::IConnection& bus, const std::string& bus_name,
                                          const std::string& path) {
    return sdbus::createProxy(bus, sdbus::ServiceName{bus_name}, sdbus::ObjectPath{path});
}

sdbus::MethodCall make_call(sdbus::IProxy& proxy, const std::string& interface, const std::string& method) {
    return proxy.createMethodCall(sdbus::InterfaceName{interface}, sdbus::MethodName{method});
}

sdbus::Slot add_match(sdbus::IConnection& bus, const std::string& rule, ReadMessage read) {
    return bus.addMatch(
        rule, [read = std::move(read)](sdbus::Message message) { read(message); }, sdbus::return_slot);
}

void call_async(sdbus::IProxy& proxy, const sdbus::MethodCall& call, ReadReply read,
                std::chrono::microseconds timeout) {
    const auto answered = [read = std::move(read)](sdbus::MethodReply reply, std::optional<sdbus::Error> error) {
        read(reply, error ? &*error : nullptr);
    };
    proxy.callMethodAsync(call, answered, timeout);
}

bool process_pending(sdbus::IConnection& bus) { return bus.processPendingEvent(); }

void request_name(sdbus::IConnection& bus, const std::string& bus_name) {
    bus.requestName(sdbus::ServiceName{bus_name});
}

void emit_properties_changed(sdbus::IObject& object, const std::string& interface,
                             const std::vector<std::string>& names) {
    object.emitPropertiesChangedSignal(sdbus::InterfaceName{interface}, {names.begin(), names.end()});
}

std::string sender_of_call(const sdbus::IObject& object) { return object.getCurrentlyProcessedMessage().getSender(); }

sdbus::Error make_error(const std::string& name, const std::string& text) { return {sdbus::Error::Name{name}, text}; }

} // namespace poise
