import "@pulumi/pulumi";
import "./ours";
