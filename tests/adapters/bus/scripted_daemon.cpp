// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_daemon.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/Error.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace poise::test {

ScriptedDaemon::ScriptedDaemon() : connection_{sdbus::createSessionBusConnection()}, wake_{::eventfd(0, EFD_CLOEXEC)} {
    Requests requests;
    requests.post = [this](Event event, Requests::Done done) {
        script_.posted.push_back(std::move(event));
        if (script_.keeps_waiting) {
            script_.waiting.push_back(std::move(done));
        } else {
            done(script_.refusal);
        }
    };
    requests.now = [this] { return script_.now; };
    requests.idle_sources = [this] { return script_.idle_sources; };
    requests.journal = [this] { return script_.journal; };
    requests.reload = [this] {
        script_.on_reload();
        return script_.problems;
    };
    requests.erase = [this](std::optional<Day> before) {
        script_.erased.push_back(before);
        if (!script_.trouble_with_erasing.empty()) throw std::runtime_error{script_.trouble_with_erasing};
        return script_.facts_gone;
    };
    requests.sent = [this] { ++script_.sent; };
    requests.doctor = [this] { return script_.findings; };
    service_ = std::make_unique<BusService>(*connection_, About{"1.2.3", "/journal/poise.db"}, std::move(requests));
    state_ = working_state();
    service_->changed(state_);
    service_->claim_name();
    thread_ = std::thread{[this] { loop(); }};
}

ScriptedDaemon::~ScriptedDaemon() {
    enqueue([this] { is_over_ = true; });
    thread_.join();
    service_.reset();
    ::close(wake_);
}

void ScriptedDaemon::changed(State state) {
    on_its_thread([&](BusService& service, Script& script) {
        state_ = std::move(state);
        script.now = state_.now;
        service.changed(state_);
    });
}

std::vector<Event> ScriptedDaemon::take_posted() {
    return on_its_thread([](BusService&, Script& script) { return std::exchange(script.posted, {}); });
}

void ScriptedDaemon::destroy_service() {
    std::promise<void> done;
    enqueue([&] {
        service_.reset();
        done.set_value();
    });
    done.get_future().wait();
}

void ScriptedDaemon::enqueue(std::function<void()> task) {
    const std::lock_guard lock{mutex_};
    tasks_.push_back(std::move(task));
    const std::uint64_t one = 1;
    if (::write(wake_, &one, sizeof one) != sizeof one) std::abort();
}

void ScriptedDaemon::loop() {
    while (!is_over_) {
        try {
            while (process_pending(*connection_)) ++messages_;
        } catch (const sdbus::Error&) {
            return; // the bus is gone
        }
        const auto bus = connection_->getEventLoopPollData();
        std::array<pollfd, 2> descriptors{pollfd{bus.fd, bus.events, 0}, pollfd{wake_, POLLIN, 0}};
        ::poll(descriptors.data(), descriptors.size(), bus.getPollTimeout());
        if (descriptors[1].revents == 0) continue;
        std::uint64_t count = 0;
        if (::read(wake_, &count, sizeof count) != sizeof count) std::abort();
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock{mutex_};
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks) task();
    }
}

} // namespace poise::test
