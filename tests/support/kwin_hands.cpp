// SPDX-License-Identifier: GPL-3.0-or-later
// Moves the pointer of the KWin that WAYLAND_DISPLAY names, as if by hand, for each line that it reads, and answers
// each. It stays, since KWin tells every client of a mouse that comes or goes. KWin offers this only where it was
// started with KWIN_WAYLAND_NO_PERMISSION_CHECKS=1.
#include <wayland-client.h>
#include <wayland-fake-input-client.h>

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace {

constexpr wl_registry_listener registry_listener{
    .global =
        [](void* found, wl_registry* registry, std::uint32_t name, const char* interface, std::uint32_t) {
            if (std::string_view{interface} != org_kde_kwin_fake_input_interface.name) return;
            *static_cast<void**>(found) = wl_registry_bind(registry, name, &org_kde_kwin_fake_input_interface, 1);
        },
    .global_remove = [](void*, wl_registry*, std::uint32_t) {}};

} // namespace

int main() {
    wl_display* display = wl_display_connect(nullptr);
    if (!display) return std::fputs("kwin_hands: no compositor\n", stderr), 1;
    void* found = nullptr;
    wl_registry* registry = wl_display_get_registry(display);
    wl_registry_add_listener(registry, &registry_listener, &found);
    wl_display_roundtrip(display);
    if (!found) return std::fputs("kwin_hands: this compositor takes no fake input\n", stderr), 1;
    auto* hands = static_cast<org_kde_kwin_fake_input*>(found);
    org_kde_kwin_fake_input_authenticate(hands, "kwin_hands", "a test");
    int answered = 0;
    for (int read = std::getchar(); read != EOF && answered >= 0; read = std::getchar()) {
        org_kde_kwin_fake_input_pointer_motion(hands, wl_fixed_from_int(1), wl_fixed_from_int(1));
        answered = wl_display_roundtrip(display);
        std::puts("moved");
        std::fflush(stdout);
    }
    org_kde_kwin_fake_input_destroy(hands);
    wl_registry_destroy(registry);
    wl_display_disconnect(display);
    return answered < 0 ? 1 : 0;
}
