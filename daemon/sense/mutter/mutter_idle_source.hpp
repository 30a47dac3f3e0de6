// SPDX-License-Identifier: GPL-3.0-or-later
// GNOME's compositor as an idle source, over D-Bus: it offers Wayland clients no idle protocol. Its idle watch fires
// once in each pause; then a one-shot watch for the return of the input is set, and the pause is reported only when it
// was still going on after that, so that no return is missed.
// While a program inhibits idleness (a video) Mutter holds its idle watches back. A person who watches is what we want
// to hear of, so for that time the idle time is asked for, at the earliest instants at which it can be long enough.
// Made with an answer from Mutter, or not at all; afterwards every call is asynchronous but for idle_time().
#pragma once

#include "poise/ports.hpp"

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IProxy.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class MutterIdleSource : public IdleSource {
public:
    /// `session_bus` is served by somebody else, who is told by `called_out` that there is something to write.
    /// Throws std::runtime_error with the reason where there is no Mutter.
    MutterIdleSource(boost::asio::io_context&, sdbus::IConnection& session_bus, std::function<void()> called_out,
                     Clock&, Listener);

    [[nodiscard]] std::string_view name() const override { return "mutter"; }
    void watch(Duration threshold) override;
    [[nodiscard]] std::optional<Duration> idle_time() override;

private:
    using Read = std::function<void(sdbus::Message&)>;

    /// An error is the end of this source.
    template <class... Arguments>
    void ask(const char* method, Read, const Arguments&...);
    void follow(sdbus::IConnection&, const std::string& rule, Read);
    void follow_inhibitors(sdbus::IConnection&);
    void add_idle_watch();
    void remove_watch(std::uint32_t);
    void fired(std::uint32_t watch);
    void check_pause();
    void pause_is(Duration);
    void check_pause_in(Duration);
    void set_inhibited(std::uint32_t actions);
    void lose(const std::string& why);

    Clock& clock_;
    Listener listener_;
    std::function<void()> called_out_;
    std::unique_ptr<sdbus::IProxy> monitor_;
    std::unique_ptr<sdbus::IProxy> session_manager_;
    std::vector<sdbus::Slot> matches_;
    boost::asio::steady_timer recheck_;
    Duration threshold_{};
    int times_asked_ = 0;          // to watch: only the latest counts
    std::uint32_t idle_watch_ = 0; // 0: none
    std::uint32_t active_watch_ = 0;
    bool active_awaited_ = false; // a watch for it is set, or on its way
    bool inhibited_ = false;
    bool idle_ = false; // as the listener was told
    bool lost_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
