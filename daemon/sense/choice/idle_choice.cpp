// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle_choice.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace poise {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// D: a compositor that restarts is back within seconds; a session without one may get none for hours.
constexpr std::array<Duration, 4> delays{seconds{1}, seconds{5}, seconds{30}, minutes{5}};
// D: a source that dies sooner was none: looking goes on where it was, or a crash loop would be looked at each second.
constexpr Duration lived{minutes{1}};
// D: shorter than anybody takes between locking a screen and touching something again.
constexpr Duration return_pause{seconds{1}};

} // namespace

IdleChoice::IdleChoice(boost::asio::io_context& io, Clock& clock, PostEvent post, std::vector<Candidate> candidates,
                       Follower follower)
    : clock_{clock}, post_{std::move(post)}, candidates_{std::move(candidates)}, follower_{std::move(follower)},
      next_look_{io} {}

void IdleChoice::start() { look(); }

void IdleChoice::watch_for(Duration threshold) {
    if (std::exchange(wanted_, threshold) == threshold) return;
    if (source_ && !awaiting_return_) source_->watch(threshold);
}

void IdleChoice::await_return() {
    if (!source_ || input_ != Input::goes_on || std::exchange(awaiting_return_, true)) return;
    source_->watch(threshold());
}

Duration IdleChoice::threshold() const { return awaiting_return_ ? std::min(return_pause, wanted_) : wanted_; }

void IdleChoice::look() {
    findings_.clear();
    for (const Candidate& candidate : candidates_) {
        if (open(candidate)) return greet();
    }
    if (!std::exchange(told_of_none_, true)) {
        std::string why;
        for (const Finding& finding : findings_)
            why += (why.empty() ? "" : "; ") + finding.what + ": " + finding.detail;
        post_(IdleSourceLost{why});
    }
    look_later();
}

bool IdleChoice::open(const Candidate& candidate) {
    Finding finding{"idle source " + candidate.name, false, ""};
    try {
        source_ = candidate.open({[this](Instant since) { source_idle(since); }, [this] { source_active(); },
                                  [this](const std::string& why) { source_lost(why); }});
        finding.works = source_ != nullptr;
    } catch (const std::exception& error) {
        finding.detail = error.what();
    }
    findings_.push_back(finding);
    return finding.works;
}

void IdleChoice::greet() {
    found_at_ = clock_.instant();
    told_of_none_ = false;
    awaiting_return_ = false;
    // Armed before it is asked: whatever changes after the answer is reported.
    greeting_ = true;
    source_->watch(threshold());
    const std::optional<Duration> idle = source_->idle_time();
    greeting_ = false;
    const bool paused = idle && *idle >= threshold();
    set_input(paused ? Input::paused : Input::goes_on);
    post_(IdleSourceFound{paused ? std::optional{clock_.instant() - *idle} : std::nullopt});
}

void IdleChoice::source_idle(Instant since) {
    if (greeting_ || input_ == Input::paused) return;
    set_input(Input::paused);
    post_(InputEnded{since});
    if (std::exchange(awaiting_return_, false)) source_->watch(threshold());
}

void IdleChoice::source_active() {
    if (greeting_ || input_ == Input::goes_on) return;
    set_input(Input::goes_on);
    post_(InputBegan{});
}

void IdleChoice::source_lost(const std::string& why) {
    boost::asio::post(next_look_.get_executor(), [this, why, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) drop_source(why);
    });
}

void IdleChoice::drop_source(const std::string& why) {
    if (!source_) return;
    const std::string name{source_->name()};
    source_.reset();
    set_input(Input::unknown);
    findings_ = {{"idle source " + name, false, why}};
    told_of_none_ = true;
    post_(IdleSourceLost{name + ": " + why});
    if (clock_.instant() - found_at_ >= lived) fruitless_ = 0;
    look_later();
}

void IdleChoice::look_later() {
    next_look_.expires_after(delays[std::min(fruitless_++, delays.size() - 1)]);
    next_look_.async_wait([this, alive = std::weak_ptr{alive_}](const boost::system::error_code& error) {
        if (!error && !alive.expired()) look();
    });
}

void IdleChoice::set_input(Input input) {
    const bool went_on = input_ == Input::goes_on;
    input_ = input;
    if (input == Input::goes_on && !went_on && follower_.input_began) follower_.input_began();
    if (input != Input::goes_on && went_on && follower_.input_ended) follower_.input_ended();
}

} // namespace poise
