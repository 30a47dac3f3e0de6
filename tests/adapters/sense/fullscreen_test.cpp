// SPDX-License-Identifier: GPL-3.0-or-later
// A real window manager, openbox, and a window of ours that asks it to fill the screen.
#include "x_fullscreen.hpp"

#include "private_x.hpp"
#include "scoped.hpp"
#include "waiting.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include <sys/resource.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;

class Window {
public:
    explicit Window(const std::string& display) : x_{xcb_connect(display.c_str(), nullptr)} {
        const auto* screen = xcb_setup_roots_iterator(xcb_get_setup(x_)).data;
        root_ = screen->root;
        id_ = xcb_generate_id(x_);
        xcb_create_window(x_, XCB_COPY_FROM_PARENT, id_, root_, 0, 0, 200, 100, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                          screen->root_visual, 0, nullptr);
        xcb_map_window(x_, id_);
        xcb_flush(x_);
    }
    ~Window() { xcb_disconnect(x_); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void fill_screen(bool on) { ask(id_, "_NET_WM_STATE", {on ? 1U : 0U, atom("_NET_WM_STATE_FULLSCREEN"), 0, 1, 0}); }
    void activate() { ask(id_, "_NET_ACTIVE_WINDOW", {1, 0, 0, 0, 0}); }

private:
    xcb_atom_t atom(const std::string& name) {
        const auto asked = xcb_intern_atom(x_, 0, static_cast<std::uint16_t>(name.size()), name.c_str());
        return FromX<xcb_intern_atom_reply_t> { xcb_intern_atom_reply(x_, asked, nullptr) } -> atom;
    }
    void ask(xcb_window_t window, const char* what, const std::array<std::uint32_t, 5>& words) {
        xcb_client_message_event_t message{};
        message.response_type = XCB_CLIENT_MESSAGE;
        message.format = 32;
        message.window = window;
        message.type = atom(what);
        std::memcpy(message.data.data32, words.data(), sizeof message.data.data32);
        xcb_send_event(x_, 0, root_, XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                       reinterpret_cast<const char*>(&message));
        xcb_flush(x_);
    }

    xcb_connection_t* x_;
    xcb_window_t root_ = 0;
    xcb_window_t id_ = 0;
};

/// How often this process has gone to sleep of its own accord.
long sleeps() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

struct XFullscreenTest : testing::Test {
    PrivateX server;
    ScopedEnvironment type{"XDG_SESSION_TYPE", "x11"};
    ScopedEnvironment wayland{"WAYLAND_DISPLAY", std::nullopt};
    ChildProcess window_manager{{"openbox", "--sm-disable"}, server.environment()};
    boost::asio::io_context io;
    bool fills = false;
    XFullscreen sense{io, [this](bool on) { fills = on; }, server.display()};
    Window window{server.display()};

    bool becomes(bool expected) {
        return run_until(io, 5s, [&] { return fills == expected; });
    }
    void SetUp() override {
        // Whatever the window manager does first, it gets to the window in the end.
        const auto until = std::chrono::steady_clock::now() + 10s;
        while (!fills && std::chrono::steady_clock::now() < until) {
            window.activate();
            window.fill_screen(true);
            (void)run_until(io, 500ms, [&] { return fills; });
        }
        ASSERT_TRUE(fills);
    }
};

TEST_F(XFullscreenTest, TellsWhenTheActiveWindowFillsTheScreenAndWhenNoMore) {
    window.fill_screen(false);
    EXPECT_TRUE(becomes(false));
    window.fill_screen(true);
    EXPECT_TRUE(becomes(true));
}

TEST_F(XFullscreenTest, AnotherWindowInFrontEndsItAndGoingBackBeginsItAgain) {
    {
        Window other{server.display()};
        other.activate();
        EXPECT_TRUE(becomes(false));
    }
    window.activate();
    EXPECT_TRUE(becomes(true));
}

TEST_F(XFullscreenTest, SleepsThoughSomethingWritesToTheRootWindowAllTheTime) {
    const std::string write = "while xprop -root -format WM_NAME 8s -set WM_NAME $((n += 1)); do sleep 0.02; done";
    const ChildProcess status_line{{"sh", "-c", write}, server.environment()};
    run_for(io, 500ms);
    const long before = sleeps();
    run_for(io, 5s);
    EXPECT_LE(sleeps() - before, 60) << "it has looked a few times, and asked the server each time";
    window.fill_screen(false);
    EXPECT_TRUE(run_until(io, 15s, [&] { return !fills; }));
}

TEST_F(XFullscreenTest, SaysThatTheServerHasDied) {
    server.kill();
    EXPECT_EQ(sense.trouble(), "the X server has gone") << "before it was read";
    EXPECT_TRUE(becomes(false));
}

TEST(XFullscreen, SaysThatThisIsNoXSession) {
    const ScopedEnvironment type{"XDG_SESSION_TYPE", "wayland"};
    boost::asio::io_context io;
    EXPECT_THROW((XFullscreen{io, [](bool) {}}), std::runtime_error);
}

} // namespace
} // namespace poise::test
