// SPDX-License-Identifier: GPL-3.0-or-later
#include "coach_call.hpp"

#include "sdbus.hpp"

namespace poise {

namespace {

constexpr const char* coach_name = "org.poise.Coach1"; // of the bus name and of the interface
constexpr const char* coach_path = "/org/poise/Coach1";

} // namespace

CoachCall::CoachCall(sdbus::IConnection& connection) : coach_{make_proxy(connection, coach_name, coach_path)} {}

void CoachCall::show_break() {
    auto call = make_call(*coach_, coach_name, "ShowBreak");
    call.dontExpectReply();
    coach_->callMethod(call);
}

} // namespace poise
