// SPDX-License-Identifier: GPL-3.0-or-later
// A compositor of our own for tests: it has a seat without devices and tells of pauses, and does nothing else. The real
// ones of Debian 12 do not offer version 2 of ext-idle-notify yet.
// usage: own_compositor SOCKET [ext VERSION] [kwin]
// Says "ready" once it listens. SIGUSR1 is input, SIGUSR2 begins or ends an inhibitor.
#include <wayland-idle-server.h>
#include <wayland-server.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

namespace {

class Watch;

struct Desktop {
    wl_display* display = wl_display_create();
    std::set<Watch*> watches;
    bool inhibited = false;

    [[nodiscard]] wl_event_loop* loop() const { return wl_display_get_event_loop(display); }
};

/// One notification object of a client. Like wlroots it begins to count when it is made, and when an inhibitor ends.
class Watch {
public:
    struct Kind {
        void (*send_idled)(wl_resource*);
        void (*send_resumed)(wl_resource*);
        bool heeds_inhibitors;
    };

    Watch(Desktop& desktop, wl_resource* resource, std::uint32_t timeout, Kind kind)
        : desktop_{desktop}, resource_{resource}, timeout_{timeout}, kind_{kind}, timer_{wl_event_loop_add_timer(
                                                                                      desktop.loop(), on_timer, this)} {
        desktop_.watches.insert(this);
        begin();
    }
    ~Watch() {
        wl_event_source_remove(timer_);
        desktop_.watches.erase(this);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    void input() {
        end();
        begin();
    }
    void inhibition_changed() {
        if (kind_.heeds_inhibitors) input();
    }

private:
    static int on_timer(void* self) {
        static_cast<Watch*>(self)->idle();
        return 0;
    }
    void begin() {
        const bool held_back = kind_.heeds_inhibitors && desktop_.inhibited;
        wl_event_source_timer_update(timer_, held_back ? 0 : static_cast<int>(timeout_));
    }
    void idle() {
        is_idle_ = true;
        kind_.send_idled(resource_);
    }
    void end() {
        if (!is_idle_) return;
        is_idle_ = false;
        kind_.send_resumed(resource_);
    }

    Desktop& desktop_;
    wl_resource* resource_;
    std::uint32_t timeout_;
    Kind kind_;
    wl_event_source* timer_;
    bool is_idle_ = false;
};

constexpr Watch::Kind ext_input{ext_idle_notification_v1_send_idled, ext_idle_notification_v1_send_resumed, false};
constexpr Watch::Kind ext_idle{ext_idle_notification_v1_send_idled, ext_idle_notification_v1_send_resumed, true};
constexpr Watch::Kind kwin_idle{org_kde_kwin_idle_timeout_send_idle, org_kde_kwin_idle_timeout_send_resumed, true};

void destroy(wl_client*, wl_resource* resource) { wl_resource_destroy(resource); }

template <class Implementation>
void add_watch(wl_client* client, wl_resource* of, std::uint32_t id, std::uint32_t timeout, Watch::Kind kind,
               const wl_interface& interface, const Implementation& implementation) {
    auto& desktop = *static_cast<Desktop*>(wl_resource_get_user_data(of));
    wl_resource* resource = wl_resource_create(client, &interface, wl_resource_get_version(of), id);
    wl_resource_set_implementation(
        resource, &implementation, new Watch{desktop, resource, timeout, kind},
        [](wl_resource* gone) { delete static_cast<Watch*>(wl_resource_get_user_data(gone)); });
}

constexpr struct ext_idle_notification_v1_interface ext_watch { .destroy = destroy };

constexpr struct ext_idle_notifier_v1_interface ext_notifier {
    .destroy = destroy,
    .get_idle_notification =
        [](wl_client* client, wl_resource* self, std::uint32_t id, std::uint32_t timeout, wl_resource*) {
            add_watch(client, self, id, timeout, ext_idle, ext_idle_notification_v1_interface, ext_watch);
        },
    .get_input_idle_notification = [](wl_client* client, wl_resource* self, std::uint32_t id, std::uint32_t timeout,
                                      wl_resource*) {
        add_watch(client, self, id, timeout, ext_input, ext_idle_notification_v1_interface, ext_watch);
    }
};

constexpr struct org_kde_kwin_idle_timeout_interface kwin_watch {
    .release = destroy, .simulate_user_activity = [](wl_client*, wl_resource*) {}
};

constexpr struct org_kde_kwin_idle_interface kwin_notifier {
    .get_idle_timeout = [](wl_client* client, wl_resource* self, std::uint32_t id, wl_resource*,
                           std::uint32_t timeout) {
        add_watch(client, self, id, timeout, kwin_idle, org_kde_kwin_idle_timeout_interface, kwin_watch);
    }
};

/// A global whose objects have this implementation and know the desktop.
template <const wl_interface& interface, const auto& implementation>
void offer(Desktop& desktop, int version) {
    wl_global_create(desktop.display, &interface, version, &desktop,
                     [](wl_client* client, void* data, std::uint32_t bound, std::uint32_t id) {
                         wl_resource* resource = wl_resource_create(client, &interface, static_cast<int>(bound), id);
                         wl_resource_set_implementation(resource, &implementation, data, nullptr);
                     });
}

constexpr struct wl_seat_interface seat {};

void listen_to_signals(Desktop& desktop) {
    wl_event_loop_add_signal(
        desktop.loop(), SIGUSR1,
        [](int, void* data) {
            for (Watch* watch : static_cast<Desktop*>(data)->watches) watch->input();
            return 0;
        },
        &desktop);
    wl_event_loop_add_signal(
        desktop.loop(), SIGUSR2,
        [](int, void* data) {
            auto& self = *static_cast<Desktop*>(data);
            self.inhibited = !self.inhibited;
            for (Watch* watch : self.watches) watch->inhibition_changed();
            return 0;
        },
        &desktop);
}

} // namespace

int main(int count, char** arguments) {
    Desktop desktop;
    offer<wl_seat_interface, seat>(desktop, 1);
    for (int i = 2; i < count; ++i) {
        const std::string word = arguments[i];
        if (word == "kwin") offer<org_kde_kwin_idle_interface, kwin_notifier>(desktop, 1);
        if (word == "ext" && i + 1 < count) {
            offer<ext_idle_notifier_v1_interface, ext_notifier>(desktop, std::atoi(arguments[++i]));
        }
    }
    listen_to_signals(desktop);
    if (count < 2 || wl_display_add_socket(desktop.display, arguments[1]) != 0) return 1;
    std::puts("ready");
    std::fflush(stdout);
    wl_display_run(desktop.display);
}
