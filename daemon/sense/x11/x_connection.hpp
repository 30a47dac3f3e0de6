// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the X server of this session. An X server that is a guest of a Wayland compositor is refused: it is
// told of input only while an X program has the focus, and would report a person who types as gone. Nobody waits for
// long: a server that hangs is refused before libxcb would wait for it, and whoever asks one that hangs meanwhile goes
// on without an answer.
#pragma once

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

namespace poise {

struct Freed {
    void operator()(void* memory) const { std::free(memory); }
};
/// What libxcb hands out: allocated by it, freed by us.
template <class T>
using FromX = std::unique_ptr<T, Freed>;

class XConnection {
public:
    /// No display: the one that DISPLAY names. Throws std::runtime_error with the reason.
    explicit XConnection(const std::string& display);

    [[nodiscard]] xcb_connection_t* get() const { return connection_.get(); }
    [[nodiscard]] xcb_window_t root() const;
    /// What the server answers; nothing where it refuses or does not answer in time.
    template <class Reply, class Cookie>
    [[nodiscard]] FromX<Reply> answer_to(Cookie asked) const {
        return FromX<Reply>{static_cast<Reply*>(await(asked.sequence))};
    }
    /// For the constructor of whoever cannot do with what it was answered: that, or what is wrong with the connection.
    [[nodiscard]] std::runtime_error refusal(const std::string& why) const;
    /// A descriptor of its own for the same socket, to be closed by whoever asked.
    [[nodiscard]] int duplicate_descriptor() const;
    /// Whether the server's end of it is closed, read or unread.
    [[nodiscard]] bool has_gone() const;
    /// Why nothing comes from here any more; empty while all is well.
    [[nodiscard]] std::string trouble() const;

private:
    struct Closed {
        void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
    };
    void* await(unsigned sequence) const;

    std::string display_;
    std::unique_ptr<xcb_connection_t, Closed> connection_;
    mutable bool answers_ = true; // in time, when last asked
};

} // namespace poise
