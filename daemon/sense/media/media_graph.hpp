// SPDX-License-Identifier: GPL-3.0-or-later
// What PipeWire says of its nodes and links, and what follows from it: whether a program listens to a microphone, looks
// through a camera or sees a screen. A stream that hears what a loudspeaker plays, one that only shows a level, and one
// of a music production are no meeting; nor is one that stands still.
#pragma once

#include "pod.hpp"

#include <cstdint>
#include <map>

namespace poise::pipewire {

using GlobalId = std::uint32_t;

struct InUse {
    bool microphone = false;
    bool camera = false;
    bool screen = false;
    bool operator==(const InUse&) const = default;
};

class MediaGraph {
public:
    /// Whether a node with these properties takes in sound or pictures: then its state and the rest of its properties
    /// matter, and have to be asked for.
    [[nodiscard]] static bool is_consumer(const Properties&);

    void add_node(GlobalId, const Properties&);
    void add_link(GlobalId, const Properties&);
    void remove(GlobalId);
    void set_running(GlobalId node, bool);
    /// All of them, where the registry told only some.
    void set_properties(GlobalId node, const Properties&);

    [[nodiscard]] InUse in_use() const;

private:
    enum class Role { other, microphone, camera, screen, hears, sees };
    struct Node {
        Role role{};
        bool counts = true; // no level meter, no production
        bool running = false;
    };
    struct Link {
        GlobalId from{};
        GlobalId to{};
    };
    [[nodiscard]] static Role role_of(const Properties&);

    std::map<GlobalId, Node> nodes_;
    std::map<GlobalId, Link> links_;
};

} // namespace poise::pipewire
