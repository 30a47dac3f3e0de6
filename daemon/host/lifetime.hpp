// SPDX-License-Identifier: GPL-3.0-or-later
// Asio may have queued a handler as done when the object it speaks to is destroyed; cancelling comes too late for it
// then. A member of this type makes such a handler do nothing.
#pragma once

#include <memory>
#include <utility>

namespace poise {

class Lifetime {
public:
    Lifetime() = default;
    Lifetime(const Lifetime&) = delete;
    Lifetime& operator=(const Lifetime&) = delete;

    /// The same function, doing nothing once this object is gone.
    template <class Function>
    [[nodiscard]] auto guard(Function function) const {
        return [function = std::move(function), alive = std::weak_ptr<char>{alive_}](auto&&... arguments) mutable {
            if (!alive.expired()) function(std::forward<decltype(arguments)>(arguments)...);
        };
    }

private:
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

} // namespace poise
