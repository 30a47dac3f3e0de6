// SPDX-License-Identifier: GPL-3.0-or-later
// How a failure becomes an error on the bus. sdbus-c++ 1.2 turns only its own exceptions into error replies and lets
// every other one fly through libsystemd's C frames, so each handler runs inside answering().
#pragma once

#include "names.hpp"
#include "sdbus.hpp"
#include "utf8.hpp"

#include <sdbus-c++/Error.h>

#include <exception>
#include <string>
#include <string_view>

namespace poise {

[[nodiscard]] inline sdbus::Error bus_error(const char* name, std::string_view text) {
    return make_error(name, to_utf8(text));
}

template <class Body>
auto answering(Body body) -> decltype(body()) {
    try {
        return body();
    } catch (const sdbus::Error&) {
        throw;
    } catch (const std::exception& failure) {
        throw bus_error(error_failed, failure.what());
    }
}

} // namespace poise
