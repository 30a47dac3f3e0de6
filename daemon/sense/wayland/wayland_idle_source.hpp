// SPDX-License-Identifier: GPL-3.0-or-later
// A Wayland compositor as an idle source. Nobody can be asked how long a pause is, so the first one is reported a
// threshold after the source was made, and a new threshold counts from the moment it is wanted. During a pause the
// watch that told of it stays, for it alone will tell of its end.
// What the listener hears alternates: idle, active, idle, and at last lost.
#pragma once

#include "inhibitor_watch.hpp"
#include "pause_notifier.hpp"
#include "wayland_connection.hpp"

#include "poise/ports.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <optional>
#include <string>

namespace poise {

class WaylandIdleSource : public IdleSource {
public:
    using Way = std::unique_ptr<PauseNotifier> (*)(WaylandConnection&);

    /// `way` is one of pause_notifier.hpp. Where that one takes no heed of inhibitors, `inhibited` may be told of them.
    /// Throws std::runtime_error with the reason where it cannot work.
    WaylandIdleSource(boost::asio::io_context&, Clock&, Listener, std::string name, Way,
                      InhibitorWatch::Changed inhibited = {});

    [[nodiscard]] std::string_view name() const override { return name_; }
    void watch(Duration threshold) override;
    [[nodiscard]] std::optional<Duration> idle_time() override { return std::nullopt; }

private:
    void arm();
    void paused();
    void resumed();

    Clock& clock_;
    Listener listener_;
    std::string name_;
    WaylandConnection connection_;
    std::unique_ptr<PauseNotifier> notifier_;
    std::optional<InhibitorWatch> inhibitors_;
    std::unique_ptr<PauseWatch> watch_;
    Duration threshold_{};
    Duration armed_for_{};
    bool idle_ = false; // as the listener was told
};

} // namespace poise
