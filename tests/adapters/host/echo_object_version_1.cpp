// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_object.hpp"

#include <utility>

namespace poise::test {

void EchoObject::make_known() {
    object_->registerMethod(name, "Reverse", "s", "s", reverse);
    object_->registerMethod(name, "Wait", "", "s", [this](sdbus::MethodCall call) { keep_waiting(std::move(call)); });
    object_->registerSignal(name, "Rang", "u");
    object_->finishRegistration();
}

} // namespace poise::test
