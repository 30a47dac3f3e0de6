// SPDX-License-Identifier: GPL-3.0-or-later
#include "pause_notifier.hpp"

#include <wayland-idle-client.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace poise {

namespace {

std::uint32_t to_milliseconds(Duration duration) {
    constexpr Duration::rep longest = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::clamp<Duration::rep>(duration.count(), 0, longest));
}

/// Both protocols tell by two events of the same shape.
template <class Notification, class Listener>
class Watch final : public PauseWatch {
public:
    using Listen = int (*)(Notification*, const Listener*, void*);

    Watch(WaylandObject<Notification> notification, Listen listen, WaylandConnection& connection, Told told)
        : notification_{std::move(notification)}, connection_{connection}, told_{std::move(told)} {
        listen(notification_.get(), &listener, this);
        connection_.flush();
    }
    ~Watch() override {
        notification_.reset();
        connection_.flush();
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    // Copied, because the call may destroy the watch that it came from.
    static void on_paused(void* self, Notification*) {
        const auto paused = static_cast<Watch*>(self)->told_.paused;
        paused();
    }
    static void on_resumed(void* self, Notification*) {
        const auto resumed = static_cast<Watch*>(self)->told_.resumed;
        resumed();
    }
    static constexpr Listener listener{on_paused, on_resumed};

    WaylandObject<Notification> notification_;
    WaylandConnection& connection_;
    Told told_;
};

class ExtNotifier final : public PauseNotifier {
public:
    using Get = ext_idle_notification_v1* (*)(ext_idle_notifier_v1*, std::uint32_t timeout, wl_seat*);

    ExtNotifier(WaylandConnection& connection, std::uint32_t version, Get get)
        : connection_{connection}, notifier_{connection.bind(ext_idle_notifier_v1_interface, version,
                                                             ext_idle_notifier_v1_destroy)},
          seat_{connection.bind(wl_seat_interface, 1, wl_seat_destroy)}, get_{get} {}

    std::unique_ptr<PauseWatch> watch(Duration pause, PauseWatch::Told told) override {
        WaylandObject<ext_idle_notification_v1> notification{get_(notifier_.get(), to_milliseconds(pause), seat_.get()),
                                                             ext_idle_notification_v1_destroy};
        return std::make_unique<Watch<ext_idle_notification_v1, ext_idle_notification_v1_listener>>(
            std::move(notification), ext_idle_notification_v1_add_listener, connection_, std::move(told));
    }

private:
    WaylandConnection& connection_;
    WaylandObject<ext_idle_notifier_v1> notifier_;
    WaylandObject<wl_seat> seat_;
    Get get_;
};

class KwinNotifier final : public PauseNotifier {
public:
    explicit KwinNotifier(WaylandConnection& connection)
        : connection_{connection}, notifier_{connection.bind(org_kde_kwin_idle_interface, 1,
                                                             org_kde_kwin_idle_destroy)},
          seat_{connection.bind(wl_seat_interface, 1, wl_seat_destroy)} {}

    std::unique_ptr<PauseWatch> watch(Duration pause, PauseWatch::Told told) override {
        WaylandObject<org_kde_kwin_idle_timeout> timeout{
            org_kde_kwin_idle_get_idle_timeout(notifier_.get(), seat_.get(), to_milliseconds(pause)),
            org_kde_kwin_idle_timeout_release};
        return std::make_unique<Watch<org_kde_kwin_idle_timeout, org_kde_kwin_idle_timeout_listener>>(
            std::move(timeout), org_kde_kwin_idle_timeout_add_listener, connection_, std::move(told));
    }

private:
    WaylandConnection& connection_;
    WaylandObject<org_kde_kwin_idle> notifier_;
    WaylandObject<wl_seat> seat_;
};

} // namespace

std::unique_ptr<PauseNotifier> input_notifier(WaylandConnection& connection) {
    return std::make_unique<ExtNotifier>(connection, 2, ext_idle_notifier_v1_get_input_idle_notification);
}

std::unique_ptr<PauseNotifier> idle_notifier(WaylandConnection& connection) {
    return std::make_unique<ExtNotifier>(connection, 1, ext_idle_notifier_v1_get_idle_notification);
}

std::unique_ptr<PauseNotifier> kwin_notifier(WaylandConnection& connection) {
    return std::make_unique<KwinNotifier>(connection);
}

} // namespace poise
