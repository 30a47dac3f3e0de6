// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to the Wayland compositor of this session, living on the one io_context: what it sends is read and
// dispatched there, what could not be written waits there. Made with an answer from the compositor, or not at all; when
// it dies that is reported once, after whatever callback it shows in, and then nothing comes from here any more.
#pragma once

#include "poise/time.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <wayland-client.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace poise {

/// What libwayland hands out, with the function that destroys it.
template <class T>
using WaylandObject = std::unique_ptr<T, void (*)(T*)>;

class WaylandConnection {
public:
    /// Something that the compositor offers.
    struct Global {
        std::uint32_t name = 0;
        std::string interface;
        std::uint32_t version = 0;
    };
    using Lost = std::function<void(std::string why)>;

    /// To the compositor that WAYLAND_DISPLAY names, or where that one has gone, to the newest other one of this
    /// person: it may have come back under another name. Throws std::runtime_error with the reason.
    WaylandConnection(boost::asio::io_context&, Lost);
    ~WaylandConnection();
    WaylandConnection(const WaylandConnection&) = delete;
    WaylandConnection& operator=(const WaylandConnection&) = delete;

    /// The version in which it is offered; 0: it is not.
    [[nodiscard]] std::uint32_t version_of(const std::string& interface) const;
    /// The first of its kind. Throws std::runtime_error where there is none of this version or a later one. When the
    /// compositor takes it back, the connection is taken for dead.
    template <class T>
    [[nodiscard]] WaylandObject<T> bind(const wl_interface& interface, std::uint32_t version, void (*destroy)(T*)) {
        return {static_cast<T*>(bind_any(interface, version)), destroy};
    }
    /// Writes what was asked for; to be called after any request.
    void flush();
    /// Whether its end has come, read or unread.
    [[nodiscard]] bool has_gone() const;
    /// Called when everything that has come is dispatched; says how long to leave unread what comes next.
    void after_reading(std::function<Duration()> done) { after_reading_ = std::move(done); }

private:
    static const wl_registry_listener registry_listener;
    void* bind_any(const wl_interface&, std::uint32_t version);
    void withdraw(std::uint32_t name);
    void await_answer();
    void wait();
    void wait_after(Duration pause);
    void serve();
    void lose(const std::string& why);
    [[nodiscard]] std::string trouble() const;

    WaylandObject<wl_display> display_;
    WaylandObject<wl_registry> registry_;
    boost::asio::posix::stream_descriptor descriptor_;
    boost::asio::steady_timer pause_;
    Lost lost_;
    std::function<Duration()> after_reading_;
    std::vector<Global> globals_;
    std::vector<std::uint32_t> bound_; // names
    bool over_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
