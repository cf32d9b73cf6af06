"""The digit on the Network page: drawn, sampled, from a photo, prepared step by step."""
