// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>

#include <cstdint>
#include <utility>

namespace poise {

std::unique_ptr<sdbus::IProxy> make_proxy(sdbus::IConnection& bus, const std::string& bus_name,
                                          const std::string& path) {
    return sdbus::createProxy(bus, bus_name, path);
}

sdbus::MethodCall make_call(sdbus::IProxy& proxy, const std::string& interface, const std::string& method) {
    return proxy.createMethodCall(interface, method);
}

sdbus::Slot add_match(sdbus::IConnection& bus, const std::string& rule, ReadMessage read) {
    return bus.addMatch(rule, std::move(read));
}

void call_async(sdbus::IProxy& proxy, const sdbus::MethodCall& call, ReadReply read,
                std::chrono::microseconds timeout) {
    proxy.callMethod(call, std::move(read), static_cast<std::uint64_t>(timeout.count()));
}

bool process_pending(sdbus::IConnection& bus) { return bus.processPendingRequest(); }

void request_name(sdbus::IConnection& bus, const std::string& bus_name) { bus.requestName(bus_name); }

void emit_properties_changed(sdbus::IObject& object, const std::string& interface,
                             const std::vector<std::string>& names) {
    object.emitPropertiesChangedSignal(interface, names);
}

std::string sender_of_call(const sdbus::IObject& object) { return object.getCurrentlyProcessedMessage()->getSender(); }

sdbus::Error make_error(const std::string& name, const std::string& text) { return {name, text}; }

} // namespace poise
