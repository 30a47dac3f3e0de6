// SPDX-License-Identifier: GPL-3.0-or-later
#include "media_graph.hpp"

#include <charconv>
#include <string_view>

namespace poise::pipewire {

namespace {

std::string_view text_of(const Properties& properties, std::string_view key) {
    const auto found = properties.find(key);
    return found == properties.end() ? std::string_view{} : std::string_view{found->second};
}

bool is_true(const Properties& properties, std::string_view key) {
    const auto text = text_of(properties, key);
    return text == "true" || text == "1";
}

GlobalId id_of(const Properties& properties, std::string_view key) {
    const auto text = text_of(properties, key);
    GlobalId id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

/// Level meters name themselves in one of these ways (pavucontrol, GNOME's and Plasma's sound settings); what hears a
/// monitor says so; what makes music is not talked into.
bool is_of_no_meeting(const Properties& properties) {
    return is_true(properties, "stream.monitor") || is_true(properties, "stream.capture.sink") ||
           is_true(properties, "resample.peaks") || is_true(properties, "node.passive") ||
           text_of(properties, "media.name") == "Peak detect" || text_of(properties, "media.role") == "Production";
}

} // namespace

MediaGraph::Role MediaGraph::role_of(const Properties& properties) {
    const auto media = text_of(properties, "media.class");
    if (media == "Stream/Input/Audio") return Role::hears;
    if (media == "Stream/Input/Video") return Role::sees;
    if (media.starts_with("Audio/Source") || media == "Audio/Duplex") return Role::microphone;
    if (media.starts_with("Video/Source") || media == "Stream/Output/Video") {
        // A camera is a device, or says what it is; a compositor that hands out its screen is a program.
        const bool is_device = !text_of(properties, "device.id").empty();
        return is_device || text_of(properties, "media.role") == "Camera" ? Role::camera : Role::screen;
    }
    return Role::other;
}

bool MediaGraph::is_consumer(const Properties& properties) {
    const Role role = role_of(properties);
    return role == Role::hears || role == Role::sees;
}

void MediaGraph::add_node(GlobalId id, const Properties& properties) {
    nodes_[id] = {role_of(properties), !is_of_no_meeting(properties), false};
}

void MediaGraph::add_link(GlobalId id, const Properties& properties) {
    links_[id] = {id_of(properties, "link.output.node"), id_of(properties, "link.input.node")};
}

void MediaGraph::remove(GlobalId id) {
    nodes_.erase(id);
    links_.erase(id);
}

void MediaGraph::set_running(GlobalId id, bool running) {
    if (const auto node = nodes_.find(id); node != nodes_.end()) node->second.running = running;
}

void MediaGraph::set_properties(GlobalId id, const Properties& properties) {
    if (const auto node = nodes_.find(id); node != nodes_.end()) node->second.counts = !is_of_no_meeting(properties);
}

InUse MediaGraph::in_use() const {
    InUse in_use;
    for (const auto& [id, link] : links_) {
        const auto from = nodes_.find(link.from);
        const auto to = nodes_.find(link.to);
        if (from == nodes_.end() || to == nodes_.end()) continue;
        const Node& consumer = to->second;
        if (!consumer.running || !consumer.counts) continue;
        const Role source = from->second.role;
        if (consumer.role == Role::hears && source == Role::microphone) in_use.microphone = true;
        if (consumer.role == Role::sees && source == Role::camera) in_use.camera = true;
        if (consumer.role == Role::sees && source == Role::screen) in_use.screen = true;
    }
    return in_use;
}

} // namespace poise::pipewire
