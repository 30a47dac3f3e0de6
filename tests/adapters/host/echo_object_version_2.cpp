// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_object.hpp"

#include <utility>

namespace poise::test {

void EchoObject::make_known() {
    const auto wait = [this](sdbus::MethodCall call) { keep_waiting(std::move(call)); };
    object_
        ->addVTable(
            sdbus::MethodVTableItem{
                sdbus::MethodName{"Reverse"}, sdbus::Signature{"s"}, {}, sdbus::Signature{"s"}, {}, reverse, {}},
            sdbus::MethodVTableItem{
                sdbus::MethodName{"Wait"}, sdbus::Signature{""}, {}, sdbus::Signature{"s"}, {}, wait, {}},
            sdbus::SignalVTableItem{sdbus::SignalName{"Rang"}, sdbus::Signature{"u"}, {}, {}})
        .forInterface(name);
}

} // namespace poise::test
