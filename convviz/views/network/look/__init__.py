"""Where the network looks: saliency, occlusion, what changes the answer."""
