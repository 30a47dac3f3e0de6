// SPDX-License-Identifier: GPL-3.0-or-later
#include "any_of.hpp"

namespace poise {

void AnyOf::say(std::string_view source, bool on) {
    const bool before = this->on();
    if (on) {
        for_it_.emplace(source);
    } else if (const auto found = for_it_.find(source); found != for_it_.end()) {
        for_it_.erase(found);
    }
    if (this->on() != before) changed_(!before);
}

} // namespace poise
