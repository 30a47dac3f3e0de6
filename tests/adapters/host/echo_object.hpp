// SPDX-License-Identifier: GPL-3.0-or-later
// org.poise.Test on a bus: it reverses texts, rings, and lets callers wait in vain. How an object is made known to the
// bus differs between the versions of sdbus-c++, so make_known() has a source for each.
#pragma once

#include "sdbus.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace poise::test {

class EchoObject {
public:
    static constexpr auto name = "org.poise.Test";
    static constexpr auto path = "/org/poise/Test";

    explicit EchoObject(sdbus::IConnection& bus) : object_{sdbus::createObject(bus, sdbus::ObjectPath{path})} {
        make_known();
        request_name(bus, name);
    }
    void ring(std::uint32_t number) { object_->emitSignal("Rang").onInterface(name).withArguments(number); }

private:
    void make_known();
    void keep_waiting(sdbus::MethodCall call) { unanswered_.push_back(std::move(call)); }
    static void reverse(sdbus::MethodCall call) {
        std::string text;
        call >> text;
        auto reply = call.createReply();
        reply << std::string{text.rbegin(), text.rend()};
        reply.send();
    }

    std::unique_ptr<sdbus::IObject> object_;
    std::vector<sdbus::MethodCall> unanswered_;
};

} // namespace poise::test
