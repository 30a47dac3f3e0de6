// SPDX-License-Identifier: GPL-3.0-or-later
// Callers who wait for their answer. Every one is answered exactly once: when what they asked for has been done or
// refused, or, should that never come, with an error when the question is dropped or the service ends. A caller who has
// left the bus meanwhile is no error.
#pragma once

#include <sdbus-c++/MethodResult.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace poise {

class PendingReplies {
public:
    using Answer = std::function<void(std::optional<std::string> refusal)>;

    /// `sent` is called after every answer.
    explicit PendingReplies(std::function<void()> sent);
    ~PendingReplies();
    PendingReplies(const PendingReplies&) = delete;
    PendingReplies& operator=(const PendingReplies&) = delete;

    /// The function that answers this call. It may be called, copied or dropped at any time, also after the service.
    [[nodiscard]] Answer keep(sdbus::Result<>&& call);

private:
    struct Calls;
    class Ticket;
    std::shared_ptr<Calls> calls_;
};

} // namespace poise
