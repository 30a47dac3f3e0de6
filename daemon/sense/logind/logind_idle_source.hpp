// SPDX-License-Identifier: GPL-3.0-or-later
// The IdleHint of logind's session as an idle source: the last resort. The desktop sets it, after a time of its own
// that no threshold here changes, so pauses are reported late, if at all; and most small desktops never set it. A hint
// that was never set says nothing, and that is a refusal.
#pragma once

#include "poise/ports.hpp"

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IProxy.h>

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class LogindIdleSource : public IdleSource {
public:
    /// `system_bus` is served by somebody else, who is told by `called_out` that there may be messages to look at.
    /// Throws std::runtime_error with the reason where the hint of this session says nothing.
    LogindIdleSource(boost::asio::io_context&, sdbus::IConnection& system_bus, const std::function<void()>& called_out,
                     Clock&, Listener, const std::string& session_path);

    [[nodiscard]] std::string_view name() const override { return "logind"; }
    void watch(Duration threshold) override { threshold_ = threshold; }
    /// While the hint is set no less than the threshold: the desktop's own was longer still.
    [[nodiscard]] std::optional<Duration> idle_time() override;

private:
    void follow(sdbus::IConnection&, const std::string& rule, std::function<void(sdbus::Message&)> read);
    void set_hint(bool idle);
    void lose(const std::string& why);

    boost::asio::io_context& io_;
    Clock& clock_;
    Listener listener_;
    std::vector<sdbus::Slot> matches_;
    Duration threshold_{};
    std::optional<Instant> idle_since_; // since the hint was set
    bool lost_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
