// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of org.poise.Daemon1 as plain values: what clients have been told last. After every step the new
// values are compared with these, and only what differs goes over the bus; mostly that is nothing. Clocks are read one
// after the other and the wall clock is slewed, so the UTC second of an instant is worked out once and then kept.
#pragma once

#include "prompt_text.hpp"

#include "poise/ports.hpp"
#include "poise/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poise {

/// What came of reading the configuration.
struct ConfigurationReport {
    std::string path;
    bool exists = false;
    std::vector<std::string> problems; // why what the file says is not in force
    bool operator==(const ConfigurationReport&) const = default;
};

/// An instant and the second of UTC that stands for it on the bus.
struct PublishedInstant {
    Instant instant{};
    std::int64_t utc = 0;
    bool operator==(const PublishedInstant& other) const { return utc == other.utc; }
};

struct PublishedPrompt {
    Prompt prompt;
    Phase phase{};
    PromptText text;
    std::uint32_t snoozes_left = 0;
    std::string sound;      // by the event names of sound themes; empty: none
    std::string end_sound;  // once it is over; empty: none
    bool paused = false;    // the person works on in a running break
    std::uint32_t part = 0; // where a client that guides the break says it is
    GuidePtr guide;         // that its parts are from
    bool operator==(const PublishedPrompt&) const = default;
};

struct PublishedNext {
    Kind kind{};
    std::optional<PromptText> announcement; // of a long block that is not due yet
    bool operator==(const PublishedNext&) const = default;
};

struct PublishedIdleSource {
    std::string name;
    bool works = false;
    PublishedInstant since;
    std::string why;            // it does not work
    std::vector<Finding> tried; // in the order of preference; the one that works is in use
    bool operator==(const PublishedIdleSource&) const = default;
};

struct PublishedJournal {
    std::string trouble;
    std::uint32_t waiting = 0;
    std::uint32_t dropped = 0;
    bool operator==(const PublishedJournal&) const = default;
};

struct Published {
    Presence presence = Presence::unknown;
    PublishedInstant presence_since;
    Posture posture = Posture::sitting;
    std::optional<PublishedPrompt> prompt;
    std::optional<PublishedNext> next;
    std::vector<Block> holds;
    std::optional<PublishedInstant> paused_until;
    bool exercise_off = false;
    bool introduced = false;
    PublishedIdleSource idle_source;
    std::uint32_t presenters = 0;
    PublishedJournal journal;
    ConfigurationReport configuration;
};

/// What `state` is to look like to clients, as of its last step.
[[nodiscard]] Published published(const Published& before, const State&, const std::vector<Finding>& idle_sources,
                                  const JournalHealth&);

/// The names of the properties whose values differ.
[[nodiscard]] std::vector<std::string> differences(const Published& before, const Published& after);

/// Seconds of UTC at an instant, rounded down.
[[nodiscard]] std::int64_t utc_seconds(const Moment& now, Instant at);

} // namespace poise
