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
constexpr Duration pause_after_leaving{seconds{1}};
// D: longer than a held key takes to repeat, and nobody types for long without.
constexpr Duration gap_between_keys{200};

} // namespace

IdleChoice::IdleChoice(boost::asio::io_context& io, Clock& clock, PostEvent post, std::vector<Candidate> candidates,
                       Follower follower)
    : clock_{clock}, post_{std::move(post)}, candidates_{std::move(candidates)}, follower_{std::move(follower)},
      refusals_(candidates_.size()), next_look_{io} {}

void IdleChoice::start() { look(); }

void IdleChoice::watch_for(Duration threshold) {
    if (std::exchange(wanted_, threshold) == threshold) return;
    if (source_ && !awaiting_return_) source_->watch(threshold);
}

void IdleChoice::await_return() {
    if (!source_ || input_ != Input::goes_on || std::exchange(awaiting_return_, true)) return;
    return_pause_ = pause_after_leaving;
    source_->watch(threshold());
}

void IdleChoice::expect_return() {
    if (!source_ || !awaiting_return_) return;
    return_pause_ = gap_between_keys;
    source_->watch(threshold());
}

Duration IdleChoice::threshold() const { return awaiting_return_ ? std::min(return_pause_, wanted_) : wanted_; }

std::vector<Finding> IdleChoice::findings() const {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        Finding finding{candidates_[i].name, source_ && i == chosen_, refusals_[i]};
        if (finding.works) {
            finding.detail = "in use";
        } else if (finding.detail.empty()) {
            finding.detail = source_ ? "in reserve" : "not looked at yet";
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

void IdleChoice::look() {
    refusals_.assign(candidates_.size(), {});
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        if (auto source = open(i)) return take(std::move(source), i);
    }
    if (!std::exchange(told_of_none_, true)) {
        std::string why;
        for (const Finding& finding : findings())
            why += (why.empty() ? "" : "; ") + finding.what + ": " + finding.detail;
        post_(IdleSourceLost{why});
    }
    look_later();
}

void IdleChoice::look_for_better() {
    if (!source_) return;
    looked_at_ = clock_.instant();
    for (std::size_t i = 0; i < chosen_; ++i) {
        if (auto source = open(i)) return take(std::move(source), i);
    }
}

std::unique_ptr<IdleSource> IdleChoice::open(std::size_t candidate) {
    const int number = ++opened_;
    try {
        return candidates_[candidate].open({[this](Instant since) { source_idle(since); }, [this] { source_active(); },
                                            [this, number](const std::string& why) { source_lost(number, why); }});
    } catch (const std::exception& error) {
        refusals_[candidate] = error.what();
        return nullptr;
    }
}

void IdleChoice::take(std::unique_ptr<IdleSource> source, std::size_t candidate) {
    source_ = std::move(source);
    number_ = opened_;
    chosen_ = candidate;
    greet();
}

void IdleChoice::greet() {
    found_at_ = looked_at_ = clock_.instant();
    told_of_none_ = false;
    awaiting_return_ = false;
    // Armed before it is asked: whatever changes after the answer is reported.
    greeting_ = true;
    source_->watch(threshold());
    const std::optional<Duration> idle = source_->idle_time();
    greeting_ = false;
    if (follower_.source_found) follower_.source_found();
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
    if (chosen_ == 0 || clock_.instant() - looked_at_ < look_for_better_every) return;
    boost::asio::post(next_look_.get_executor(), [this, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) look_for_better();
    });
}

void IdleChoice::source_lost(int number, const std::string& why) {
    boost::asio::post(next_look_.get_executor(), [this, number, why, alive = std::weak_ptr{alive_}] {
        if (!alive.expired()) drop_source(number, why);
    });
}

void IdleChoice::drop_source(int number, const std::string& why) {
    if (!source_ || number != number_) return; // a better one may have taken its place since it said so
    const std::string name{source_->name()};
    source_.reset();
    set_input(Input::unknown);
    refusals_[chosen_] = why;
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
