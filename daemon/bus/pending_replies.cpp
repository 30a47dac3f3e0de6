// SPDX-License-Identifier: GPL-3.0-or-later
#include "pending_replies.hpp"

#include "errors.hpp"
#include "names.hpp"

#include <cstdint>
#include <exception>
#include <map>
#include <utility>

namespace poise {

/// The calls live here and not in the answers: a message must not outlive its connection.
struct PendingReplies::Calls {
    std::map<std::uint64_t, sdbus::Result<>> waiting;
    std::uint64_t next = 0;
    std::function<void()> sent;

    template <class Reply>
    void answer(std::uint64_t number, Reply reply) noexcept {
        auto call = waiting.extract(number);
        if (call.empty()) return;
        try {
            reply(call.mapped());
            sent();
        } catch (const std::exception&) {
            // The connection is gone, and the caller with it.
        }
    }
    void fail(std::uint64_t number) noexcept {
        answer(number, [](const sdbus::Result<>& call) {
            call.returnError(bus_error(error_failed, "poised is stopping and has not done this"));
        });
    }
};

class PendingReplies::Ticket {
public:
    Ticket(const std::shared_ptr<Calls>& calls, std::uint64_t number) : calls_{calls}, number_{number} {}
    ~Ticket() {
        if (const auto calls = calls_.lock()) calls->fail(number_);
    }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    void answer(const std::optional<std::string>& refusal) {
        const auto calls = calls_.lock();
        if (!calls) return;
        calls->answer(number_, [&](const sdbus::Result<>& call) {
            if (refusal) {
                call.returnError(bus_error(error_refused, *refusal));
            } else {
                call.returnResults();
            }
        });
    }

private:
    std::weak_ptr<Calls> calls_;
    std::uint64_t number_;
};

PendingReplies::PendingReplies(std::function<void()> sent) : calls_{std::make_shared<Calls>()} {
    calls_->sent = std::move(sent);
}

PendingReplies::~PendingReplies() {
    while (!calls_->waiting.empty()) calls_->fail(calls_->waiting.begin()->first);
}

PendingReplies::Answer PendingReplies::keep(sdbus::Result<>&& call) {
    const std::uint64_t number = calls_->next++;
    auto ticket = std::make_shared<Ticket>(calls_, number);
    calls_->waiting.emplace(number, std::move(call));
    return [ticket](const std::optional<std::string>& refusal) { ticket->answer(refusal); };
}

} // namespace poise
