// SPDX-License-Identifier: GPL-3.0-or-later
// What sdbus-c++ 1 (Debian 12) and 2 (Debian 13) spell differently, once and for the whole house. All else that the
// house uses of the library is the same in both. There is a source for each version, and CMake compiles the one that
// fits; it is the only place that knows. When Debian 12 has gone, callers may use the library's own names.
#pragma once

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IObject.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

[[nodiscard]] std::unique_ptr<sdbus::IProxy> make_proxy(sdbus::IConnection&, const std::string& bus_name,
                                                        const std::string& path);

[[nodiscard]] sdbus::MethodCall make_call(sdbus::IProxy&, const std::string& interface, const std::string& method);

using ReadMessage = std::function<void(sdbus::Message&)>;
/// For as long as the slot is kept.
[[nodiscard]] sdbus::Slot add_match(sdbus::IConnection&, const std::string& rule, ReadMessage);

using ReadReply = std::function<void(sdbus::MethodReply&, const sdbus::Error* error)>;
/// A timeout of zero is the connection's own.
void call_async(sdbus::IProxy&, const sdbus::MethodCall&, ReadReply, std::chrono::microseconds timeout = {});

/// Whether there was anything to process.
bool process_pending(sdbus::IConnection&);
void request_name(sdbus::IConnection&, const std::string& bus_name);
void emit_properties_changed(sdbus::IObject&, const std::string& interface, const std::vector<std::string>& names);
/// Of the call that is being answered: a unique name.
[[nodiscard]] std::string sender_of_call(const sdbus::IObject&);
[[nodiscard]] sdbus::Error make_error(const std::string& name, const std::string& text);

} // namespace poise
