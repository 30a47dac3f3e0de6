// SPDX-License-Identifier: GPL-3.0-or-later
// How python-dbusmock is told what to play.
#pragma once

#include "sdbus.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

namespace poise::test {

template <class... Arguments>
void call(sdbus::IProxy& object, const char* interface, const char* method, const Arguments&... arguments) {
    auto message = make_call(object, interface, method);
    ((void)(message << arguments), ...);
    object.callMethod(message);
}

template <class... Arguments>
void call_mock(sdbus::IProxy& object, const char* method, const Arguments&... arguments) {
    call(object, "org.freedesktop.DBus.Mock", method, arguments...);
}

} // namespace poise::test
